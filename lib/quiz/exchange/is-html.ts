import type { RichText } from "@/lib/quiz/exchange/exchange-item"

/** Whether marks in it are HTML: Moodle's auto-format is, where it has any. A mark ends before another begins: that keeps it linear. */
export const isHtml = ({ format, text }: RichText): boolean =>
  format === "html" || (format === "moodle" && /<\/?[a-z][^<>]*>|&\w{1,32};/i.test(text))
