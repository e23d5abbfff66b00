import "next-auth"
import "next-auth/jwt"

declare module "next-auth" {
  interface User {
    userAgent?: string | null
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    /** The random token whose SHA-256 names the session row. */
    sessionToken?: string
  }
}
