// Runs in the browser before anything of ours. Zod would ask whether it may make functions out of text, which our policy
// forbids: it does without anyway, but each page that checks a form would report a violation. Said where Zod looks for it,
// so that pages without Zod need not load it. https://zod.dev/api#jitless
Reflect.set(globalThis, "__zod_globalConfig", { jitless: true })
