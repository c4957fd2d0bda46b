import type { CodegenConfig } from '@graphql-codegen/cli'

// The folder is untracked: types are made anew from the committed schema by each build and cannot fall behind it.
export default {
  schema: 'schema.graphql',
  documents: 'src/**/*.graphql.ts',
  ignoreNoDocuments: true,
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        defaultScalarType: 'never',
        scalars: {
          CurrencyCode: 'string',
          Date: 'string',
          DateTime: 'string',
          Decimal: 'string',
          Long: 'number',
          SeatCount: 'number',
          UUID: 'string',
        },
      },
    },
  },
} satisfies CodegenConfig
