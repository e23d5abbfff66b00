import { redirect } from "next/navigation"
import { requireViewer } from "@/lib/platform/session"

/** The front door leads everyone to their own first page. */
export default async function FrontDoor() {
  const viewer = await requireViewer()
  redirect(viewer.role === "student" ? "/home" : "/teach")
}
