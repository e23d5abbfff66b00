import { hostOf } from "@/lib/discussion/posts/decide-citations"
import type { SourceView } from "@/lib/discussion/thread/thread-view"
import { urduLang } from "@/lib/reading/urdu"

/** A source outside the text: a plain link that vouches for nothing, with the host it leads to. Nothing of it is fetched. */
export function CitedSource({ source }: { source: SourceView }) {
  const { title, address, publisher, published } = source
  const about = [publisher, published, hostOf(address)].filter(Boolean)
  return (
    <p className="mt-2 max-w-[62ch] border-rule-firm border-s-2 ps-2 text-15">
      <a
        href={address}
        rel="nofollow noopener noreferrer"
        dir="auto"
        lang={urduLang(title)}
        className="link break-words"
      >
        {title}
      </a>
      <span className="ms-2 break-words text-13 text-ink-3">
        <bdi>{about.join(", ")}</bdi>
      </span>
    </p>
  )
}
