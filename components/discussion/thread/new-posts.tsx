"use client"

import { useTranslations } from "next-intl"
import { LivePost } from "@/components/discussion/thread/live-post"
import { useLiveThread } from "@/components/discussion/thread/live-thread"
import { Button } from "@/components/ui/button"

/**
 * Says that others have posted or changed something meanwhile, and shows it when asked, new posts beneath the thread:
 * nothing that somebody is reading or writing moves before that.
 */
export function NewPosts() {
  const words = useTranslations("discussion.live")
  const thread = useLiveThread()
  if (!thread) return null
  const { added, count, show, isLoading, problem } = thread
  return (
    <>
      {added.length > 0 && (
        <section aria-labelledby="new-posts" className="mt-6 border-accent border-t-2">
          <h2 id="new-posts" tabIndex={-1} className="scroll-mt-4 py-3 md:ps-26">
            {words("title")}
          </h2>
          <ol>
            {added.map((post) => (
              <li key={post.id}>
                <LivePost id={post.id} isWaiting={false}>
                  {null}
                </LivePost>
              </li>
            ))}
          </ol>
        </section>
      )}
      <div role="status" className="sticky bottom-4 z-10 flex justify-center print:hidden">
        {count.posts + count.changed > 0 && (
          <Button
            variant="main"
            aria-disabled={isLoading || undefined}
            onClick={show}
            className="my-3 shadow-lift"
          >
            {words(wordsFor(count), { count: count.posts, changed: count.changed })}
          </Button>
        )}
        {problem && <p className="bg-paper px-2 text-13 text-wrong">{problem}</p>}
      </div>
    </>
  )
}

const wordsFor = ({ posts, changed }: { posts: number; changed: number }) =>
  changed === 0 ? "show" : posts === 0 ? "showChanged" : "showBoth"
