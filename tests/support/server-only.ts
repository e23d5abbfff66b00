// What `import "server-only"` resolves to in tests: nothing.
export {}
