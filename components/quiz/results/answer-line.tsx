import { Check, Minus, X } from "lucide-react"
import type { ReactNode } from "react"
import { VerdictMark } from "@/components/quiz/results/verdict-mark"

const marks = {
  half: <VerdictMark group="half" className="text-part" />,
  right: <Check aria-hidden className="text-right" />,
  wrong: <X aria-hidden className="text-wrong" />,
  none: <Minus aria-hidden className="text-held" />,
}

/** One line of what was answered or what was right, with its mark; the words say the same as the mark. */
export function AnswerLine({ mark, children }: { mark: keyof typeof marks; children: ReactNode }) {
  return (
    <p className="grid grid-cols-[1.375rem_minmax(0,1fr)] [&_svg]:mt-1 [&_svg]:size-4">
      {marks[mark]}
      <span>{children}</span>
    </p>
  )
}
