import { useTranslations } from "next-intl"
import type { Accommodation } from "@/lib/classroom/accommodation"

/** What is granted, in words: "2 × time, +10 min, 1 more attempt". Nothing where nothing is. */
export function AccommodationWords({ accommodation }: { accommodation: Accommodation | null }) {
  return useAccommodationParts(accommodation).join(", ")
}

/** The same, one grant after the other. */
export function useAccommodationParts(accommodation: Accommodation | null): string[] {
  const t = useTranslations("people.accommodation.granted")
  if (!accommodation) return []
  const { timeMultiplier, extraMinutes, noTimeLimit, extraAttempts, extraDays } = accommodation
  const parts = [
    noTimeLimit && t("noTimeLimit"),
    !noTimeLimit && timeMultiplier !== 1 && t("times", { multiplier: timeMultiplier }),
    !noTimeLimit && extraMinutes > 0 && t("minutes", { minutes: extraMinutes }),
    extraAttempts > 0 && t("attempts", { count: extraAttempts }),
    extraDays > 0 && t("days", { count: extraDays }),
    accommodation.readAloud && t("readAloud"),
    accommodation.largerType && t("largerType"),
  ]
  return parts.filter((part) => part !== false)
}
