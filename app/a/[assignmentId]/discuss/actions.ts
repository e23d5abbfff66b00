"use server"

import {
  answerRestatementInput,
  changedPostsInput,
  citableInput,
  citablePostsInput,
  editPostInput,
  newPostsInput,
  postAnswerInput,
  postIdInput,
  postReasonInput,
  postReplyInput,
  rewordRestatementInput,
  settleRestatementInput,
} from "@/lib/discussion/input"
import { answerRestatement } from "@/lib/discussion/server/answer-restatement"
import { putBackPost, takeBackPost } from "@/lib/discussion/server/change-own-post"
import { editPost } from "@/lib/discussion/server/edit-post"
import { loadCitablePosts } from "@/lib/discussion/server/load-citable-posts"
import { loadCitableSentences } from "@/lib/discussion/server/load-citable-sentences"
import { loadChangedPosts, loadNewPosts } from "@/lib/discussion/server/load-live-posts"
import { loadPostHistory } from "@/lib/discussion/server/load-post-history"
import { dismissReports, hidePost, showPost } from "@/lib/discussion/server/moderate-post"
import { openName } from "@/lib/discussion/server/open-name"
import { postAnswer } from "@/lib/discussion/server/post-answer"
import { postReply } from "@/lib/discussion/server/post-reply"
import { reportPost } from "@/lib/discussion/server/report-post"
import { rewordRestatement } from "@/lib/discussion/server/reword-restatement"
import { settleRestatement } from "@/lib/discussion/server/settle-restatement"
import { skipOffer } from "@/lib/discussion/server/skip-offer"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"

export const postAnswerAction = runAction(postAnswerInput, postAnswer)
export const postReplyAction = runAction(postReplyInput, postReply)
export const loadCitablePostsAction = runAction(citablePostsInput, loadCitablePosts)
export const loadSentencesAction = runAction(citableInput, loadCitableSentences)
export const loadNewPostsAction = runAction(newPostsInput, loadNewPosts)
export const loadChangedPostsAction = runAction(changedPostsInput, loadChangedPosts)

export const skipOfferAction = refreshing(runAction(postIdInput, skipOffer))

export const editPostAction = refreshing(runAction(editPostInput, editPost))
export const takeBackPostAction = refreshing(runAction(postIdInput, takeBackPost))
export const putBackPostAction = refreshing(runAction(postIdInput, putBackPost))
export const loadPostHistoryAction = runAction(postIdInput, loadPostHistory)

export const answerRestatementAction = refreshing(runAction(answerRestatementInput, answerRestatement))
export const rewordRestatementAction = refreshing(runAction(rewordRestatementInput, rewordRestatement))
export const settleRestatementAction = refreshing(runAction(settleRestatementInput, settleRestatement))

export const reportPostAction = refreshing(runAction(postReasonInput, reportPost))
export const hidePostAction = refreshing(runAction(postReasonInput, hidePost))
export const showPostAction = refreshing(runAction(postIdInput, showPost))
export const openNameAction = refreshing(runAction(postReasonInput, openName))
export const dismissReportsAction = refreshing(runAction(postIdInput, dismissReports))
