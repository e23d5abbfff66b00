"use server"

import { citableInput, postAnswerInput, postReplyInput } from "@/lib/discussion/input"
import { loadCitableSentences } from "@/lib/discussion/server/load-citable-sentences"
import { postAnswer } from "@/lib/discussion/server/post-answer"
import { postReply } from "@/lib/discussion/server/post-reply"
import { runAction } from "@/lib/platform/run-action"

export const postAnswerAction = runAction(postAnswerInput, postAnswer)
export const postReplyAction = runAction(postReplyInput, postReply)
export const loadSentencesAction = runAction(citableInput, loadCitableSentences)
