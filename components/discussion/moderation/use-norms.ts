import { useTranslations } from "next-intl"
import { firstNorms, type NormsView } from "@/lib/discussion/moderation/norms"
import type { ActRuleView } from "@/lib/discussion/moderation/rules-of-acts"

/** The norms of a class as sentences: its own, or those the app begins with. */
export function useNorms({ list }: Pick<NormsView, "list">): readonly string[] {
  const words = useTranslations("discussion.norms.first")
  return list ?? firstNorms.map((norm) => words(norm))
}

/** The rule an act rests on, in words; null where none was named. */
export function useRuleWords(): (rule: ActRuleView) => string | null {
  const words = useTranslations("discussion.actRules")
  const first = useNorms({ list: null })
  return ({ norm, normText, ruleKind }) => {
    if (norm !== null) return words("norm", { number: norm, text: normText ?? first[norm - 1] ?? "" })
    return ruleKind && words(ruleKind)
  }
}
