export const catalogs = import.meta.glob<Record<string, string>>('../{features/*,ui,lib}/en.json', {
  eager: true,
  import: 'default',
})
