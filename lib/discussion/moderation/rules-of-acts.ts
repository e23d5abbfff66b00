import { allow, type Decision, refuse } from "@/lib/access/refusal"

/** What a report says is wrong. worried: not with the post, but for somebody's safety. */
export const reportKinds = ["unkind", "off_point", "personal_data", "other", "worried"] as const
export type ReportKind = (typeof reportKinds)[number]

/** What an act of staff can rest on besides a norm. */
export const ruleKinds = ["unkind", "off_point", "personal_data", "other"] as const satisfies ReportKind[]
export type RuleKind = (typeof ruleKinds)[number]

/** The rule that an act rests on: a norm of the class, from 1, or a kind, or none that was named. */
export type ActRule = { normsNumber: number | null; norm: number | null; ruleKind: ReportKind | null }

/** The same with the words of its norm; null for a norm of the app's own, which stand with its other words. */
export type ActRuleView = ActRule & { normText: string | null }

export const NO_RULE: ActRule = { normsNumber: null, norm: null, ruleKind: null }

const NORM = /^norm:(\d{1,2})$/

/** "norm:2", "unkind" or "", as a form says it; `norms` are the class's: their number, and how many they are. */
export function decideRule(rule: string, norms: { number: number; count: number }): Decision<ActRule> {
  if (rule === "") return allow(NO_RULE)
  const kind = ruleKinds.find((one) => one === rule)
  if (kind) return allow({ ...NO_RULE, ruleKind: kind })
  const norm = Number(NORM.exec(rule)?.[1] ?? 0)
  if (norm >= 1 && norm <= norms.count) return allow({ normsNumber: norms.number, norm, ruleKind: null })
  return refuse("invalid", "discussion.noSuchRule", { field: "rule" })
}
