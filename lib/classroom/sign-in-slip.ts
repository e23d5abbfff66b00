/** What a slip of paper says. The password is shown once, in the answer of the act that made it, and kept nowhere. */
export type SignInSlip = { displayName: string; userName: string; password: string }
