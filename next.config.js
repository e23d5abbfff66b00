import createNextIntlPlugin from "next-intl/plugin"

const withNextIntl = createNextIntlPlugin("./lib/platform/i18n-request.ts")

/** @type {import("next").NextConfig} */
const config = {
  // Two servers of one checkout (development beside production, say) need a folder each.
  distDir: process.env.COLLOQUY_BUILD ?? ".next",
  poweredByHeader: false,
  // The front server compresses nothing itself, so Next does.
  compress: true,
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "@prisma/client", "@prisma/adapter-pg"],
  // `npm test` runs tsc by itself; a second check would only slow the first start.
  // `forbidden()` renders app/forbidden.tsx with status 403.
  experimental: { authInterrupts: true },
  typescript: { ignoreBuildErrors: true },
}

export default withNextIntl(config)
