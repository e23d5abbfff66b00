"use client"

import { X } from "lucide-react"
import { useTranslations } from "next-intl"
import { letGo, useNotices } from "@/components/shell/notice-stream"
import { IconButton } from "@/components/ui/icon-button"

/** Says at once that something came. It stays until it is read or closed: nobody has to be quick. */
export function NoticeToast() {
  const words = useTranslations("common.notices")
  const { came } = useNotices()
  return (
    <div role="status" className="print:hidden">
      {came && (
        <div className="fixed inset-x-4 bottom-4 z-40 mx-auto flex max-w-sm items-center gap-3 rounded-corner border border-rule-firm bg-raised py-1 ps-4 pe-1 shadow-lift md:inset-e-6 md:start-auto md:mx-0">
          <p className="min-w-0 flex-1 py-2">
            {words(`came.${came.kind}`)}{" "}
            {/* It leads through a page that marks it read: asked for by a press alone. */}
            <a href={`/notices/${came.id}`} className="link whitespace-nowrap rounded-mark">
              {words("read")}
            </a>
          </p>
          <IconButton label={words("close")} onClick={letGo}>
            <X aria-hidden />
          </IconButton>
        </div>
      )}
    </div>
  )
}
