import type { AnsweredItem, LetteredOption } from "../student/student-answers"

/** What was answered, in one line of words: "B. Because …", "Gap 1: silence; Gap 2: -". Empty where nothing was. */
export function answerWords({
  chosen,
  text,
  parts,
}: Pick<AnsweredItem, "chosen" | "text" | "parts">): string {
  const said = [
    ...chosen.map(lettered),
    ...(text === null ? [] : [text]),
    ...(parts.some((part) => part.text !== null)
      ? parts.map((part) => `${part.label}: ${part.text ?? "-"}`)
      : []),
  ]
  return said.join("; ")
}

/** What is right, in the same words; empty where nothing is. */
export function rightWords({
  rightOptions,
  rightText,
  parts,
}: Pick<AnsweredItem, "rightOptions" | "rightText" | "parts">): string {
  const places = parts.filter((part) => part.rightText !== null)
  if (places.length > 0) return places.map((part) => `${part.label}: ${part.rightText}`).join("; ")
  return [...rightOptions.map(lettered), ...(rightText === null ? [] : [rightText])].join("; ")
}

const lettered = ({ letter, text }: LetteredOption): string => `${letter}. ${text}`
