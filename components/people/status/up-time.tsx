import { useTranslations } from "next-intl"

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A length of time in its two greatest units, such as "3 hours 12 minutes". */
export function UpTime({ milliseconds }: { milliseconds: number }) {
  const words = useTranslations("people.status")
  const days = Math.floor(milliseconds / DAY)
  const hours = Math.floor((milliseconds % DAY) / HOUR)
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE)
  const parts = [
    days > 0 && words("days", { count: days }),
    hours > 0 && words("hours", { count: hours }),
    days === 0 && (minutes > 0 || hours === 0) && words("minutes", { count: minutes }),
  ]
  return <>{parts.filter(Boolean).join(" ")}</>
}
