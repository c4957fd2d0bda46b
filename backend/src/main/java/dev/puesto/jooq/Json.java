package dev.puesto.jooq;

import dev.puesto.id.EntityId;
import java.lang.reflect.Constructor;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jooq.JSONB;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * Values as they are kept in {@code jsonb} columns: records with their components, typed ids as their UUID, amounts as
 * {@code {"currency": "EUR", "minor": 1250}}, instants in RFC 3339. Fields that a reader does not know are ignored, so
 * that two versions of the application can run side by side.
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(values())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /** The value for a column. */
    public static JSONB of(Object value) {
        return JSONB.valueOf(MAPPER.writeValueAsString(value));
    }

    /** The same as bytes, equal for equal records: what a hash is made of. */
    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** Reads a column's value. */
    public static <T> T read(JSONB value, Class<T> type) {
        return MAPPER.readValue(value.data(), type);
    }

    private static SimpleModule values() {
        SimpleModule module = new SimpleModule("puesto values");
        module.addSerializer(EntityId.class, new IdSerializer());
        module.addSerializer(CurrencyUnit.class, new ToStringSerializer(CurrencyUnit.class));
        module.addSerializer(Money.class, new MoneySerializer());
        module.setDeserializers(new IdDeserializers());
        return module;
    }

    private static final class IdSerializer extends ValueSerializer<EntityId> {
        @Override
        public void serialize(EntityId id, JsonGenerator json, SerializationContext context) {
            json.writeString(id.value().toString());
        }
    }

    private static final class MoneySerializer extends ValueSerializer<Money> {
        @Override
        public void serialize(Money money, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty("currency", money.getCurrencyUnit().getCode());
            json.writeNumberProperty("minor", money.getAmountMinorLong());
            json.writeEndObject();
        }
    }

    private static final class IdDeserializers extends SimpleDeserializers {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return EntityId.class.isAssignableFrom(type.getRawClass())
                    ? new IdDeserializer(type.getRawClass())
                    : super.findBeanDeserializer(type, config, description);
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return EntityId.class.isAssignableFrom(type) || super.hasDeserializerFor(config, type);
        }
    }

    private static final class IdDeserializer extends ValueDeserializer<Object> {
        private final Constructor<?> constructor;

        IdDeserializer(Class<?> type) {
            try {
                this.constructor = type.getConstructor(UUID.class);
            } catch (NoSuchMethodException e) {
                throw new IllegalArgumentException(type + " is no typed id", e);
            }
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            try {
                return constructor.newInstance(UUID.fromString(json.getString()));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
