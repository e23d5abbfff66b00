import { allow, type Decision } from "@/lib/access/refusal"
import { createUser, resetPassword } from "@/lib/classroom/server/commands"
import type { SignInSlip } from "@/lib/classroom/sign-in-slip"
import { type Command, type Outcome, type Say, textOf, UsageError } from "./command"

/** `colloquy create-user`: an account with a one-time password. */
export const createUserCommand: Command = {
  name: "create-user",
  word: "createUser",
  options: {
    role: { type: "string" },
    "user-name": { type: "string" },
    email: { type: "string" },
  },
  positionals: [1, 1],
  needsDatabase: () => true,
  async run(given, say) {
    const role = textOf(given, "role")
    if (!role) throw new UsageError(say("createUser.roleNeeded"))
    const displayName = given.positionals[0] ?? ""
    const made = await createUser({
      displayName,
      role,
      userName: textOf(given, "user-name"),
      email: textOf(given, "email"),
    })
    return slipOutcome(made, say)
  },
}

/** `colloquy reset-password`: a new one-time password, signed out everywhere. */
export const resetPasswordCommand: Command = {
  name: "reset-password",
  word: "resetPassword",
  options: { "end-second-step": { type: "boolean" } },
  positionals: [1, 1],
  needsDatabase: () => true,
  async run(given, say) {
    const reset = await resetPassword(given.positionals[0] ?? "", {
      endSecondStep: given.values["end-second-step"] === true,
    })
    return slipOutcome(reset, say)
  },
}

function slipOutcome(made: Decision<SignInSlip>, say: Say): Outcome {
  if (!made.ok) return made
  const { displayName, userName, password } = made.value
  return allow({ value: made.value, lines: [say("slip", { displayName, userName, password })] })
}
