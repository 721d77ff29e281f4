/** Makes a thing once for each key: a format takes longer to make than to use, and a list uses hundreds. */
export function oncePerKey<Made>(make: (key: string) => Made): (key: string) => Made {
  const all = new Map<string, Made>();
  return (key) => {
    const known = all.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    all.set(key, made);
    return made;
  };
}
