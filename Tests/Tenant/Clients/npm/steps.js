// @ts-check
// A client's conversation with the tenant as named steps, in order; what each one saw is printed as one line of JSON.

/** What the test hands over: where the tenant listens, a token for it, and what its site is called. */
export const given = {
  base: required("TENANT_BASE"),
  token: required("TENANT_TOKEN"),
  siteHost: required("TENANT_SITE_HOST"),
  sitePath: required("TENANT_SITE_PATH"),
};

/**
 * Runs the steps; the first that throws is the last that runs.
 * @param {Record<string, () => Promise<unknown>>} steps
 */
export async function run(steps) {
  /** @type {Record<string, unknown>} */
  const seen = {};
  for (const [name, step] of Object.entries(steps)) {
    try {
      seen[name] = (await step()) ?? null;
    } catch (error) {
      seen[name] = { error: String(error), stack: error instanceof Error ? error.stack : null, body: await bodyOf(error) };
      process.exitCode = 1;
      break;
    }
  }
  process.stdout.write(JSON.stringify(seen));
}

/**
 * The status a call was refused with, or 0 when it was not.
 * @param {() => Promise<unknown>} call
 */
export async function refusal(call) {
  try {
    await call();
    return 0;
  } catch (error) {
    const status = /** @type {any} */ (error)?.statusCode ?? /** @type {any} */ (error)?.status;
    if (status === undefined) {
      throw error;
    }
    return status;
  }
}

/**
 * Lets faults meet the calls that follow.
 * @param {object[]} faults
 */
export async function play(...faults) {
  const answer = await fetch(`${given.base}_local/faults`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ faults }) });
  if (!answer.ok) {
    throw new Error(`The tenant refused the faults: ${answer.status} ${await answer.text()}`);
  }
}

/** @param {unknown} error */
async function bodyOf(error) {
  const response = /** @type {any} */ (error)?.response;
  return /** @type {any} */ (error)?.body ?? (response instanceof Response && !response.bodyUsed ? response.text() : null);
}

/** @param {string} name */
function required(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is missing.`);
  }
  return value;
}
