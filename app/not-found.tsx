import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { DeadEndPage } from "@/app/error"

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("common"))("missing.title"),
})

export default function NotFound() {
  return <DeadEndPage kind="missing" />
}
