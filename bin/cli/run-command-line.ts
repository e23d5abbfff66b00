import { parseArgs } from "node:util"
import { type Command, type Given, type Outcome, UsageError } from "./command"
import { commands } from "./commands"
import { withDatabase } from "./own-database"
import { refusalSentence, say } from "./sentences"

const DONE = 0
const REFUSED = 1
const WRONG_USAGE = 2

/** Runs one command. Answers the exit code: 0 done, 1 refused, 2 wrong usage. */
export async function runCommandLine(args: string[]): Promise<number> {
  const command = commands.find(({ name }) => name === args[0])
  if (!command) return showCommands(args[0])
  const json = args.includes("--json")
  try {
    const given = parse(command, args.slice(1))
    if (given.values.help) return print(helpOf(command), DONE)
    const run = () => command.run(given, say)
    const outcome = command.needsDatabase(given) ? await withDatabase(run, command) : await run()
    return json ? printJson(outcome) : printText(outcome)
  } catch (error) {
    return reportFailure(error, command, json)
  }
}

function parse(command: Command, args: string[]): Given {
  const options = { json: { type: "boolean" }, help: { type: "boolean" }, ...command.options } as const
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const given = { values: values as Given["values"], positionals }
    const [least, most] = command.positionals
    if (!given.values.help && (positionals.length < least || positionals.length > most))
      throw new UsageError(say("wrongCount"))
    return given
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message)
  }
}

const codeOf = ({ failed }: { failed?: boolean }): number => (failed ? REFUSED : DONE)

function printJson(outcome: Outcome): number {
  if (outcome.ok) return print(JSON.stringify(outcome.value.value, null, 2), codeOf(outcome.value))
  const { code } = outcome.refusal
  return print(
    JSON.stringify({ error: { code, message: refusalSentence(outcome.refusal) } }, null, 2),
    REFUSED,
  )
}

function printText(outcome: Outcome): number {
  if (outcome.ok) return print(outcome.value.lines.join("\n"), codeOf(outcome.value))
  process.stderr.write(`${refusalSentence(outcome.refusal)}\n`)
  return REFUSED
}

function reportFailure(error: unknown, command: Command, json: boolean): number {
  const { message, stack } = error as Error
  const wrong = error instanceof UsageError
  if (json) {
    const code = wrong ? "usage" : "failed"
    return print(JSON.stringify({ error: { code, message } }, null, 2), wrong ? WRONG_USAGE : REFUSED)
  }
  const isRefusal = (error as { isRefusal?: boolean }).isRefusal === true
  process.stderr.write(wrong ? `${message}\n\n${helpOf(command)}\n` : `${isRefusal ? message : stack}\n`)
  return wrong ? WRONG_USAGE : REFUSED
}

function helpOf({ name, word, options }: Command): string {
  const usage = say(`${word}.usage`)
  const described = Object.keys(options).map(
    (option) => `  --${option.padEnd(12)} ${say(`${word}.options.${option}`)}`,
  )
  return [
    say(`${word}.summary`),
    "",
    `  colloquy ${name}${usage ? ` ${usage}` : ""}`,
    "",
    ...described,
    `  --${"json".padEnd(12)} ${say("json")}`,
    `  --${"help".padEnd(12)} ${say("help")}`,
  ].join("\n")
}

function showCommands(wanted: string | undefined): number {
  const asked = wanted === "--help" || wanted === "help"
  const list = commands.map(({ name, word }) => `  ${name.padEnd(16)} ${say(`${word}.summary`)}`)
  const text = [say("title"), "", ...list, "", say("more")].join("\n")
  if (asked) return print(text, DONE)
  process.stderr.write(`${wanted ? `${say("unknown", { name: wanted })}\n\n` : ""}${text}\n`)
  return WRONG_USAGE
}

function print(text: string, code: number): number {
  process.stdout.write(`${text}\n`)
  return code
}
