import { type ClassValue, clsx } from "clsx"
import { extendTailwindMerge } from "tailwind-merge"

/** The names of our own scale, so that a size is not taken for a colour. */
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ["13", "15", "17", "20", "25", "31"],
      radius: ["corner", "mark"],
      shadow: ["lift"],
      spacing: ["target", "target-dense"],
      container: ["page", "narrow", "form", "read"],
    },
  },
})

/** Joins class names; a later one wins over an earlier one of the same kind. */
export const cn = (...classes: ClassValue[]): string => merge(clsx(classes))
