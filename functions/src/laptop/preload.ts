/**
 * Loads at the start what calls would load when they first need it: on Lambda that keeps the start short, on a server
 * it would silence the thread that answers in the midst of calls.
 */
export async function preload(): Promise<void> {
  await Promise.all([
    import('@doorwalk/core/area/area'),
    import('@doorwalk/core/area/polygon'),
    import('@doorwalk/core/area/precinct-finder'),
    import('@doorwalk/core/h3'),
    import('@doorwalk/core/replan/continue-walks'),
    import('@doorwalk/core/replan/roll-call'),
  ])
}
