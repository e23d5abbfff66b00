/** Whether a draft with this number is kept beside one that is there, null where there is none. The greater stands. */
export const decideDraft = (standing: number | null, sent: number): "kept" | "older" =>
  standing === null || sent > standing ? "kept" : "older"
