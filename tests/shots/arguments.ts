import { parseArgs } from "node:util"

/** `--only home`: pages whose file name holds that. `--axe`: accessibility is checked too. `--list`: gaps only. */
export function readArguments(args: string[]) {
  const { values } = parseArgs({
    args,
    options: { only: { type: "string" }, axe: { type: "boolean" }, list: { type: "boolean" } },
  })
  return { only: values.only ?? "", axe: values.axe ?? false, list: values.list ?? false }
}
