import { useTranslations } from "next-intl"

/** Beside an answer that earned a part of the points: the same as its mark, in words. */
export function RightInPart() {
  const words = useTranslations("quiz.results")
  return <span className="block text-13 text-part">{words("rightInPart")}</span>
}
