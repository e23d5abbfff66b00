"use client"

import { X } from "lucide-react"
import { useTranslations } from "next-intl"
import { Dialog as Radix } from "radix-ui"
import type { ReactNode } from "react"
import { cn } from "@/components/ui/cn"
import { IconButton } from "@/components/ui/icon-button"

type DialogProps = {
  /** The button that opens it; left out where `open` is held outside. */
  trigger?: ReactNode
  title: ReactNode
  description?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Where the focus goes when it closes, where that is not where it came from. */
  returnTo?: () => HTMLElement | null
  children: ReactNode
  className?: string
}

/** A window over the page. On a phone it rises from below. Escape and a press outside close it; focus returns. */
export function Dialog({
  trigger,
  title,
  description,
  open,
  onOpenChange,
  returnTo,
  children,
  className,
}: DialogProps) {
  const common = useTranslations("common")
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={overlayStyle} />
        <Radix.Content
          className={cn(windowStyle, className)}
          onCloseAutoFocus={(event) => {
            const target = returnTo?.()
            if (!target) return
            event.preventDefault()
            target.focus()
          }}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <div className="mb-3 flex items-start gap-4">
            <Radix.Title className="font-semibold text-20">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label={common("close")} dense className="-me-2 ms-auto">
                <X aria-hidden />
              </IconButton>
            </Radix.Close>
          </div>
          {description && <Radix.Description className="mb-4 text-ink-2">{description}</Radix.Description>}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Closes the dialog it stands in. */
export const DialogClose = Radix.Close

/** The dimmed page behind a window. */
export const overlayStyle =
  "fixed inset-0 z-40 bg-[light-dark(rgb(26_29_31/0.35),rgb(0_0_0/0.6))] print:hidden"

/** The window itself: centred, or risen from below on a phone. */
export const windowStyle = cn(
  "fixed inset-x-0 bottom-0 z-50 max-h-[85dvh] overflow-y-auto border-rule-firm border-t bg-raised p-4 pb-6 shadow-lift print:hidden",
  "md:inset-x-auto md:start-1/2 md:top-1/2 md:bottom-auto md:w-[32rem] md:-translate-x-1/2 md:-translate-y-1/2",
  "md:rounded-corner md:border md:border-rule md:p-6 rtl:md:translate-x-1/2",
)
