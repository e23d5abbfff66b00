import { useTranslations } from "next-intl"
import { Hang } from "@/components/ui/hang"
import { Notice } from "@/components/ui/notice"
import type { ReadingDraft } from "@/lib/reading/draft-reading"

/** What was noticed and what was repaired while reading a file. Every repair is listed. */
export function DraftNotes({ warnings, repairs }: Pick<ReadingDraft, "warnings" | "repairs">) {
  const t = useTranslations("reading")
  return (
    <>
      {warnings.length > 0 && (
        <Notice kind="warning" title={t("create.warnings")}>
          <ul className="grid gap-1">
            {warnings.map(({ code, params }) => (
              <li key={`${code} ${params.paragraph ?? ""}`}>{t(`warnings.${code}`, params)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Hang
        label={t("create.repairs")}
        note={repairs.length > 0 ? t("create.repairsNote", { count: repairs.length }) : undefined}
      >
        {repairs.length === 0 ? (
          <p className="text-ink-2">{t("create.noRepairs")}</p>
        ) : (
          <ul className="grid max-h-72 gap-2 overflow-y-auto" tabIndex={repairs.length > 6 ? 0 : undefined}>
            {repairs.map(({ paragraph, before, after }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <li key={at} className="grid grid-cols-[3rem_minmax(0,1fr)] font-read text-15">
                <span className="font-ui text-13 text-ink-3 leading-6">
                  {t("create.repairAt", { paragraph })}
                </span>
                <span dir="auto">
                  <del className="text-ink-3 decoration-wrong">{before}</del>{" "}
                  <ins className="whitespace-pre-wrap decoration-right underline-offset-4">{after}</ins>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Hang>
    </>
  )
}
