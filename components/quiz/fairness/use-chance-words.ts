import { useTranslations } from "next-intl"

/** A chance from 0 to 1 as a person reads it: "12%", "0.4%", "less than 0.1%". */
export function useChanceWords(): (chance: number) => string {
  const words = useTranslations("quiz.fairness.chance")
  return (chance) => {
    if (chance < 0.001) return words("tiny")
    const percent = chance * 100
    return words("percent", { percent: percent < 10 ? percent.toFixed(1) : percent.toFixed(0) })
  }
}
