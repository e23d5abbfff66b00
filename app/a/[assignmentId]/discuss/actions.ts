"use server"

import {
  acceptNormsInput,
  answerAppealInput,
  answerRestatementInput,
  appealActInput,
  assignmentInput,
  changedPostsInput,
  citableInput,
  citablePostsInput,
  editPostInput,
  freezeClassInput,
  hidePostInput,
  lockThreadInput,
  newPostsInput,
  postIdInput,
  postIdsInput,
  postReasonInput,
  reportPostInput,
  rewordRestatementInput,
  settleRestatementInput,
  threadPlaceInput,
  unfreezeClassInput,
} from "@/lib/discussion/input"
import { answerActAppeal } from "@/lib/discussion/server/answer-act-appeal"
import { answerRestatement } from "@/lib/discussion/server/answer-restatement"
import { appealAct } from "@/lib/discussion/server/appeal-act"
import { putBackPost, takeBackPost } from "@/lib/discussion/server/change-own-post"
import { clearPostFlags } from "@/lib/discussion/server/clear-flags"
import { editPost } from "@/lib/discussion/server/edit-post"
import { freezeClass, unfreezeClass } from "@/lib/discussion/server/freeze-class"
import { acceptNorms } from "@/lib/discussion/server/keep-norms"
import { letAllThrough, letThrough } from "@/lib/discussion/server/let-through"
import { loadCitablePosts } from "@/lib/discussion/server/load-citable-posts"
import { loadCitableSentences } from "@/lib/discussion/server/load-citable-sentences"
import { loadChangedPosts, loadNewPosts } from "@/lib/discussion/server/load-live-posts"
import { loadPostHistory } from "@/lib/discussion/server/load-post-history"
import { lockThread, unlockThread } from "@/lib/discussion/server/lock-thread"
import { dismissReports, hidePost, showPost } from "@/lib/discussion/server/moderate-post"
import { openName } from "@/lib/discussion/server/open-name"
import { reportPost } from "@/lib/discussion/server/report-post"
import { resendPost } from "@/lib/discussion/server/resend-post"
import { returnPost } from "@/lib/discussion/server/return-post"
import { rewordRestatement } from "@/lib/discussion/server/reword-restatement"
import { settleRestatement } from "@/lib/discussion/server/settle-restatement"
import { skipOffer } from "@/lib/discussion/server/skip-offer"
import { takeWorry } from "@/lib/discussion/server/take-worry"
import { refreshing } from "@/lib/platform/refreshing"
import { runAction } from "@/lib/platform/run-action"

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

export const reportPostAction = refreshing(runAction(reportPostInput, reportPost))
export const hidePostAction = refreshing(runAction(hidePostInput, hidePost))
export const showPostAction = refreshing(runAction(postIdInput, showPost))
export const openNameAction = refreshing(runAction(postReasonInput, openName))
export const dismissReportsAction = refreshing(runAction(postIdInput, dismissReports))

export const letThroughAction = refreshing(runAction(postIdsInput, letThrough))
export const letAllThroughAction = refreshing(runAction(assignmentInput, letAllThrough))
export const returnPostAction = refreshing(runAction(postReasonInput, returnPost))
export const resendPostAction = refreshing(runAction(editPostInput, resendPost))
export const clearPostFlagsAction = refreshing(runAction(postIdInput, clearPostFlags))
export const takeWorryAction = refreshing(runAction(postIdInput, takeWorry))

export const acceptNormsAction = refreshing(runAction(acceptNormsInput, acceptNorms))
export const lockThreadAction = refreshing(runAction(lockThreadInput, lockThread))
export const unlockThreadAction = refreshing(runAction(threadPlaceInput, unlockThread))
export const freezeClassAction = refreshing(runAction(freezeClassInput, freezeClass))
export const unfreezeClassAction = refreshing(runAction(unfreezeClassInput, unfreezeClass))
export const appealActAction = refreshing(runAction(appealActInput, appealAct))
export const answerAppealAction = refreshing(runAction(answerAppealInput, answerActAppeal))
