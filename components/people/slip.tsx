import { useTranslations } from "next-intl"
import type { SignInSlip } from "@/lib/classroom/sign-in-slip"

type SlipProps = { slip: SignInSlip; place: string; address: string }

/** One slip of paper, to be cut out along its dashes. */
export function Slip({ slip, place, address }: SlipProps) {
  const t = useTranslations("people.slips")
  const lines = [
    [t("address"), address],
    [t("userName"), slip.userName],
    [t("password"), slip.password],
  ] as const
  return (
    <li className="break-inside-avoid border border-rule-firm border-dashed p-4">
      <p className="flex items-baseline justify-between gap-4">
        <strong dir="auto" className="font-read text-17">
          {slip.displayName}
        </strong>
        <span dir="auto" className="text-13 text-ink-2">
          {place}
        </span>
      </p>
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4">
        {lines.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-13 text-ink-2">{name}</dt>
            <dd className="break-words font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-13 text-ink-2">{t("first")}</p>
    </li>
  )
}
