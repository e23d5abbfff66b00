import { cn } from "@/components/ui/cn"

/** What a post's own HTML looks like: reading face, its line breaks kept, lists and quotations set apart. */
export const postTextStyle = cn(
  "max-w-[62ch] break-words font-read text-17 [&_p]:whitespace-pre-line [&>*+*]:mt-2",
  "[&_ul]:list-disc [&_ul]:ps-6 [&_ol]:list-decimal [&_ol]:ps-6",
  "[&_blockquote]:border-s-2 [&_blockquote]:border-rule-firm [&_blockquote]:ps-3 [&_blockquote]:text-ink-2",
  "[&_a]:link [&_a]:break-all",
)
