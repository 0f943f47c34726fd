export interface ThrottleOptions {
  /** Requests that may come at once. */
  readonly bucket: number;
  readonly perSecond: number;
}

/** What the real service allows, as measured. */
export const MEASURED_THROTTLE: ThrottleOptions = { bucket: 20, perSecond: 5 };

/** A token bucket: true when the request may pass. `now` in milliseconds. */
export function createThrottle({ bucket, perSecond }: ThrottleOptions): (now: number) => boolean {
  let tokens = bucket;
  let last: number | null = null;
  return (now) => {
    if (last !== null) tokens = Math.min(bucket, tokens + ((now - last) / 1000) * perSecond);
    last = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
