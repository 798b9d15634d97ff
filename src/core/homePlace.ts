/** What the shortcuts of the installed page lead to, by the manifest's `?go=`. */
export const HOME_PLACES = ['send', 'receive', 'shares'] as const
export type HomePlace = (typeof HOME_PLACES)[number]

/** Null for an address that leads to none. */
export function homePlaceIn({ searchParams }: URL): HomePlace | null {
  const place = searchParams.get('go')
  return HOME_PLACES.find((each) => each === place) ?? null
}
