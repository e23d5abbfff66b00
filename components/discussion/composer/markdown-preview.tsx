"use client"

import { useTranslations } from "next-intl"
import { useDeferredValue, useEffect, useState } from "react"
import { postTextStyle } from "@/components/discussion/posts/post-text-style"
import { urduLang } from "@/lib/reading/urdu"

type Renderer = (body: string) => string

/** The words as their readers will get them, made by the renderer that makes them at write. It is fetched when it is first needed. */
export function MarkdownPreview({ id, body }: { id: string; body: string }) {
  const words = useTranslations("discussion.composer")
  const [renderer, setRenderer] = useState<{ render: Renderer } | "waiting" | "failed">("waiting")
  const shown = useDeferredValue(body)
  useEffect(() => {
    let isOver = false
    import("@/lib/discussion/posts/post-html").then(
      ({ postHtml }) => !isOver && setRenderer({ render: postHtml }),
      () => !isOver && setRenderer("failed"),
    )
    return () => {
      isOver = true
    }
  }, [])
  return (
    <section id={id} aria-label={words("preview")} className="mt-2 border-rule border-s-2 ps-4">
      <p className="text-13 text-ink-3">{words("previewTitle")}</p>
      {renderer === "waiting" && <p role="status">{words("previewLoading")}</p>}
      {renderer === "failed" && <p role="status">{words("previewFailed")}</p>}
      {typeof renderer === "object" &&
        (shown.trim() ? (
          <div
            lang={urduLang(shown)}
            className={postTextStyle}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by lib/discussion/posts/post-html, as at write
            dangerouslySetInnerHTML={{ __html: renderer.render(shown) }}
          />
        ) : (
          <p className="text-ink-3">{words("previewEmpty")}</p>
        ))}
    </section>
  )
}
