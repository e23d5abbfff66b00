import "server-only"

/**
 * SQL: an instant so many days later by the calendar of the school's zone, as `daysLater` of lib/lesson/school-time has
 * it for rules. `instant` and `days` are SQL; days of null count as none. An integration test holds the two together.
 */
export const daysLaterSql = (instant: string, days: string): string => `
  CASE WHEN coalesce(${days}, 0) = 0 THEN ${instant} ELSE (
    SELECT ((${instant} AT TIME ZONE z."timeZone") + make_interval(days => ${days})) AT TIME ZONE z."timeZone"
    FROM "School" z) END`
