import "server-only"

/** The server's time: the only clock that decides anything. */
export const now = (): Date => new Date()
