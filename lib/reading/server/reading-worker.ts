import "server-only"
import { answerSealed } from "@/lib/platform/answer-sealed"
import { readFile } from "@/lib/reading/read-file"

answerSealed(readFile)
