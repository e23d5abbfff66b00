import type { RichText } from "@/lib/quiz/exchange/exchange-item"

/** Whether marks in it are HTML: Moodle's auto-format is, where it has any. */
export const isHtml = ({ format, text }: RichText): boolean =>
  format === "html" || (format === "moodle" && /<\/?[a-z][^>]*>|&\w+;/i.test(text))
