import createNextIntlPlugin from "next-intl/plugin"

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/platform/i18n-request.ts",
  // Sentences are parsed when the app is built: neither a request nor a browser does it again, nor carries the parser.
  experimental: {
    messages: { path: "./lib/platform/messages/en", locales: ["en"], format: "json", precompile: true },
  },
})

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // The front server packs (lib/platform/send-whole.ts): Next packs each piece of a page alone.
  compress: false,
  serverExternalPackages: [
    "@node-rs/argon2",
    "pg",
    "pino",
    "prom-client",
    "@prisma/client",
    "@prisma/adapter-pg",
    "esbuild",
    "@myriaddreamin/typst-ts-node-compiler",
  ],
  experimental: {
    // `forbidden()` renders app/forbidden.tsx with status 403.
    authInterrupts: true,
    // In bytes before packing; 50,000 by itself. A page comes in three files less, and with 5 % fewer bytes of script.
    turbopackChunking: { minChunkSize: 150_000 },
  },
  // `npm test` runs tsc by itself; a second check would only slow the first start.
  typescript: { ignoreBuildErrors: true },
  // Browser tests and pictures address the development server by number.
  allowedDevOrigins: ["127.0.0.1"],
}

export default withNextIntl(config)
