/** A row of tabs on a hairline; it scrolls sideways where it is too narrow. */
export const tabListStyle =
  "flex gap-5 overflow-x-auto shadow-[inset_0_-1px_0_var(--color-rule)] print:hidden"

/** One tab, for both kinds: the chosen one is bold over an accent rule, and scrolled to where the row is too narrow. */
export const tabStyle =
  "flex min-h-target shrink-0 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 text-ink-2 hover:text-ink data-[state=active]:border-accent data-[state=active]:font-semibold data-[state=active]:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink focus-visible:-outline-offset-2 data-[state=active]:[scroll-initial-target:nearest] aria-[current=page]:[scroll-initial-target:nearest]"
