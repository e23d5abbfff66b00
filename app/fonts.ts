import localFont from "next/font/local"

/*
 * The faces are served by this app; they come from npm packages, those of the first paint from `faces/`. Each file is declared under the name of its face, so
 * that roman, italic and the letters of names beyond Latin-1 are one family to the browser, which then loads only
 * what a page uses. Only the roman of the two main faces is preloaded. Stand-ins of the same measure, so that
 * nothing jumps when a face arrives, are in `globals.css`. Nastaliq is fetched by pages with Urdu on them, and no others. The loader reads its arguments before the program runs:
 * they have to be written out.
 */

export const literata = localFont({
  src: "./faces/literata-roman.woff2",
  weight: "400 700",
  declarations: [{ prop: "font-family", value: "Literata" }],
  adjustFontFallback: false,
})

export const literataExtended = localFont({
  src: "../node_modules/@fontsource-variable/literata/files/literata-latin-ext-wght-normal.woff2",
  weight: "200 900",
  declarations: [
    { prop: "font-family", value: "Literata" },
    {
      prop: "unicode-range",
      value:
        "U+0100-0130, U+0132-0151, U+0154-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0, U+2C60-2C7F, U+A720-A7FF",
    },
  ],
  adjustFontFallback: false,
  preload: false,
})

export const literataItalic = localFont({
  src: "./faces/literata-italic.woff2",
  weight: "400 700",
  style: "italic",
  declarations: [{ prop: "font-family", value: "Literata" }],
  adjustFontFallback: false,
  preload: false,
})

export const hankenGrotesk = localFont({
  src: "./faces/hanken-grotesk.woff2",
  weight: "400 700",
  declarations: [{ prop: "font-family", value: "Hanken Grotesk" }],
  adjustFontFallback: false,
})

export const hankenGroteskExtended = localFont({
  src: "../node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-ext-wght-normal.woff2",
  weight: "100 900",
  declarations: [
    { prop: "font-family", value: "Hanken Grotesk" },
    {
      prop: "unicode-range",
      value:
        "U+0100-0130, U+0132-0151, U+0154-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0, U+2C60-2C7F, U+A720-A7FF",
    },
  ],
  adjustFontFallback: false,
  preload: false,
})

export const atkinson = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  weight: "200 800",
  declarations: [{ prop: "font-family", value: "Atkinson Hyperlegible Next" }],
  adjustFontFallback: false,
  preload: false,
})

export const atkinsonExtended = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
  weight: "200 800",
  declarations: [
    { prop: "font-family", value: "Atkinson Hyperlegible Next" },
    {
      prop: "unicode-range",
      value:
        "U+0100-0130, U+0132-0151, U+0154-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20AB, U+20AD-20C0, U+2C60-2C7F, U+A720-A7FF",
    },
  ],
  adjustFontFallback: false,
  preload: false,
})

export const nastaliq = localFont({
  src: "../node_modules/@fontsource-variable/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-wght-normal.woff2",
  weight: "400 700",
  declarations: [
    { prop: "font-family", value: "Noto Nastaliq Urdu" },
    {
      prop: "unicode-range",
      value: "U+0600-06FF, U+0750-077F, U+0870-08FF, U+200C-200E, U+FB50-FDFF, U+FE70-FEFC",
    },
    // Its own heights are 2.5 times the size. These keep what is marked within its line.
    { prop: "ascent-override", value: "140%" },
    { prop: "descent-override", value: "72%" },
    { prop: "line-gap-override", value: "0%" },
  ],
  adjustFontFallback: false,
  preload: false,
})
