import { getTranslations } from "next-intl/server"
import { errorSentence } from "@/app/sign-in/error-sentence"
import { Notice } from "@/components/ui/notice"

/** What became of a link to a provider, for whoever comes back from there. */
export async function ProviderNotice({ linked, error }: { linked?: string; error?: string | string[] }) {
  const t = await getTranslations("people.provider")
  if (error !== undefined) return <Notice kind="error">{await errorSentence(error)}</Notice>
  return linked !== undefined && <Notice kind="success">{t("done")}</Notice>
}
