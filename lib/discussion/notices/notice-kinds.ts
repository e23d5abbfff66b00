/** What people are told of, in the order in which choices are laid out. */
export const noticeKinds = ["answered"] as const
export type NoticeKind = (typeof noticeKinds)[number]
