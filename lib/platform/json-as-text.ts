import "server-only"
import pg from "pg"

const { JSON: json, JSONB: jsonb } = pg.types.builtins

/** For a query's `types`: what is JSON comes as its text, for who may have read the very same text before. */
export const jsonAsText = {
  getTypeParser: (type: number, format?: "text" | "binary") =>
    type === json || type === jsonb ? (text: string) => text : pg.types.getTypeParser(type, format),
} as pg.CustomTypesConfig
