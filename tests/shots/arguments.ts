import { parseArgs } from "node:util"

/**
 * `--only home,join`: pages whose file name, or pictures whose name, holds one of these. `--frames 390-light,1280-dark`: in these frames
 * only. `--axe`: accessibility is checked too. `--list`: gaps only.
 */
export function readArguments(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: "string" },
      frames: { type: "string" },
      axe: { type: "boolean" },
      list: { type: "boolean" },
    },
  })
  return {
    only: values.only?.split(",") ?? [""],
    frames: values.frames?.split(",") ?? null,
    axe: values.axe ?? false,
    list: values.list ?? false,
  }
}
