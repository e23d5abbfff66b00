import "server-only"
import { createTranslator } from "use-intl/core"
import { loadMessages } from "@/lib/platform/messages"
import { defaultDiscussionRubric } from "@/lib/results/discussion/default-rubric"
import type { NumberedRubric } from "@/lib/results/discussion/discussion-grade"

/** What every discussion is judged by until a teacher of the class says otherwise. */
export function firstRubric(locale: string): NumberedRubric {
  const translate = createTranslator({ locale: "en", messages: loadMessages(locale) })
  return { number: 0, rubric: defaultDiscussionRubric((place) => translate(`results.part.rubric.${place}`)) }
}
