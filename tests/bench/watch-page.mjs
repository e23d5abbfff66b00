// Goes into a page before anything of its own, as it stands here: a compiled function would miss its compiler's helpers.
const times = { lcpMs: 0, fcpMs: 0, longTasks: [] }
window.benchTimes = times

const watch = (type, see) =>
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) see(entry)
  }).observe({ type, buffered: true })

watch("largest-contentful-paint", (entry) => {
  times.lcpMs = entry.startTime
})
watch("paint", (entry) => {
  if (entry.name === "first-contentful-paint") times.fcpMs = entry.startTime
})
watch("longtask", (entry) => times.longTasks.push({ at: entry.startTime, lasted: entry.duration }))
