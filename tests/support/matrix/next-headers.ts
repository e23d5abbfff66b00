// What `next/headers` answers while a cell of the matrix is asked.

let asked = new Headers()
let jar = new Map<string, string>()

/** The request that is being answered from here on. */
export function request(headers: Record<string, string>): void {
  asked = new Headers(headers)
  jar = new Map()
}

export const headers = async (): Promise<Headers> => asked

export const cookies = async () => ({
  get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
  getAll: () => [...jar].map(([name, value]) => ({ name, value })),
  set: (name: string, value: string) => void jar.set(name, value),
  delete: (name: string) => void jar.delete(name),
})
