/** next-auth's cookie over plain HTTP, and over HTTPS. Both doors into the session use these. */
export const PLAIN_COOKIE = "next-auth.session-token"
export const SECURE_COOKIE = "__Secure-next-auth.session-token"
