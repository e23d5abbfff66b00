import cli from "@/lib/platform/messages/en/cli.json"
import common from "@/lib/platform/messages/en/common.json"
import discussion from "@/lib/platform/messages/en/discussion.json"
import lesson from "@/lib/platform/messages/en/lesson.json"
import people from "@/lib/platform/messages/en/people.json"
import quiz from "@/lib/platform/messages/en/quiz.json"
import reading from "@/lib/platform/messages/en/reading.json"
import results from "@/lib/platform/messages/en/results.json"
import shell from "@/lib/platform/messages/en/shell.json"

const en = { cli, common, discussion, lesson, people, quiz, reading, results, shell }

export type Messages = typeof en
export type Room = keyof Messages

/** Languages the words exist in. A new one is a folder beside `en` and a line here. */
const byLocale: Record<string, Messages> = { en }

/** Every sentence a person sees, by room. An unknown language falls back to English. */
export const loadMessages = (locale: string): Messages => byLocale[locale] ?? en
