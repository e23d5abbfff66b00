import { getRequestConfig } from "next-intl/server"
import { loadMessages } from "@/lib/platform/messages"

/**
 * next-intl's settings. One language exists, so none is looked up; instants are always shown through
 * the school's own zone (lib/lesson/school-time), never through next-intl's.
 */
export default getRequestConfig(async () => ({ locale: "en", timeZone: "UTC", messages: loadMessages("en") }))
